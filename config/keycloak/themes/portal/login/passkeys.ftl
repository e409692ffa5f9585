<#-- Logging in with a passkey: the browser offers one in the e-mail field, and a button asks for one. Without scripts
     there is neither. -->
<#macro conditionalUIData>
    <#if enableWebAuthnConditionalUI?has_content>
        <div class="others" id="passkey" hidden>
            <p class="divider"><span>${msg("identity-provider-login-label")}</span></p>
            <@ask/>
        </div>
    </#if>
</#macro>

<#macro ask>
    <form class="passkey" action="${url.loginAction}" method="post" data-passkey="get"
        data-challenge="${challenge}" data-rp="${rpId}" data-timeout="${createTimeout}" data-verification="${userVerification}"
        data-identified="${isUserIdentified}" data-mediation="${mediation!"none"}" data-unsupported="${msg("webauthn-unsupported-browser-text")}"
        data-known="<#if authenticators??><#list authenticators.authenticators as one>${one.credentialId}<#sep>,</#list></#if>">
        <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as name>
            <input type="hidden" name="${name}">
        </#list>
        <button class="button <#if pageId?starts_with("webauthn")>primary<#else>plain</#if> wide" type="submit">${msg("webauthn-doAuthenticate")}</button>
    </form>
</#macro>
