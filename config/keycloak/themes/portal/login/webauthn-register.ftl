<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("webauthn-registration-title")}
    <#elseif section = "form">
        <p>${msg("passkeyIntro")}</p>
        <form class="passkey" action="${url.loginAction}" method="post" data-passkey="create"
            data-challenge="${challenge}" data-rp="${rpId}" data-rp-name="${rpEntityName}" data-user="${userid}" data-user-name="${username}"
            data-algorithms="<#list signatureAlgorithms as one>${one?c}<#sep>,</#list>" data-timeout="${createTimeout}"
            data-attestation="${attestationConveyancePreference}" data-attachment="${authenticatorAttachment}"
            data-resident="${residentKey!"not specified"}" data-verification="${userVerificationRequirement}"
            data-known="${excludeCredentialIds}" data-unsupported="${msg("webauthn-unsupported-browser-text")}">
            <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "transports", "authenticatorAttachment", "error"] as name>
                <input type="hidden" name="${name}">
            </#list>
            <@f.field id="authenticatorLabel" label=msg("passkeyName") value=msg("webauthn-registration-init-label") hint=msg("passkeyNameHint") required=false/>
            <@f.leaveOthers/>
            <div class="actions"><button class="button primary wide" type="submit">${msg("savePasskey")}</button></div>
        </form>
        <#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
            <form class="form" action="${url.loginAction}" method="post">
                <div class="actions"><button class="button plain wide" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></div>
            </form>
        </#if>
    </#if>
</@layout.registrationLayout>
