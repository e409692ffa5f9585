<#import "template.ftl" as layout>
<@layout.emailLayout>
    <@layout.action title=msg("executeActionsSubject", realmName) text=msg("executeActionsText", realmName) label=msg("executeActionsLabel")
        note=msg("linkNote", linkExpirationFormatter(linkExpiration))/>
</@layout.emailLayout>
