<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("removeCredentialTitle")}
    <#elseif section = "form">
        <p>${msg("removeCredential", credentialLabel)}</p>
        <form class="form" action="${url.loginAction}" method="post">
            <@f.actions label=msg("removeCredentialButton")/>
        </form>
    </#if>
</@layout.registrationLayout>
