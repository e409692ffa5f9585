<#ftl output_format="plainText">
${msg("executeActionsText", realmName)}

${link}

${msg("linkNote", linkExpirationFormatter(linkExpiration))}

${realmName}
