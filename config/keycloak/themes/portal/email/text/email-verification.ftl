<#ftl output_format="plainText">
${msg("emailVerificationText", realmName)}

${link}

${msg("linkNote", linkExpirationFormatter(linkExpiration))}

${realmName}
