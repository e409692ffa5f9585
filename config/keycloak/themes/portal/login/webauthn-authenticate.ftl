<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("webauthn-login-title")}
    <#elseif section = "form">
        <#if authenticators?? && (shouldDisplayAuthenticators!false)>
            <ul class="choices">
                <#list authenticators.authenticators as one><li class="choice"><span class="choice-title">${one.label}</span></li></#list>
            </ul>
        </#if>
        <@passkeys.ask/>
    </#if>
</@layout.registrationLayout>
