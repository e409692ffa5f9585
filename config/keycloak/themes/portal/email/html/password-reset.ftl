<#import "template.ftl" as layout>
<@layout.emailLayout>
    <@layout.action title=msg("passwordResetSubject", realmName) text=msg("passwordResetText", realmName) label=msg("passwordResetLabel")
        note=msg("linkNote", linkExpirationFormatter(linkExpiration))/>
</@layout.emailLayout>
