<#import "template.ftl" as layout>
<@layout.emailLayout>
    <@layout.action title=msg("emailVerificationSubject", realmName) text=msg("emailVerificationText", realmName) label=msg("emailVerificationLabel")
        note=msg("linkNote", linkExpirationFormatter(linkExpiration))/>
</@layout.emailLayout>
