<#ftl output_format="plainText">
${msg("passwordResetText", realmName)}

${link}

${msg("linkNote", linkExpirationFormatter(linkExpiration))}

${realmName}
