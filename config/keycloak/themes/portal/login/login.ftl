<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError("username", "password")>
<@layout.registrationLayout displayMessage=!wrong displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
    <#if section = "header">
        ${msg("loginAccountTitle")}
    <#elseif section = "form">
        <#if wrong>
            <div class="notice error" role="alert"><span class="notice-text">${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}</span></div>
        </#if>
        <#if realm.password>
            <form class="form" id="kc-form-login" action="${url.loginAction}" method="post">
                <#if !usernameHidden??>
                    <#assign label><@f.emailLabel/></#assign>
                    <@f.field id="username" label=label value=(login.username!"") mode="email"
                        complete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username")
                        focus=!(login.username!"")?has_content/>
                </#if>
                <@f.password id="password" label=msg("password") focus=(usernameHidden?? || (login.username!"")?has_content)/>
                <div class="options">
                    <#if realm.rememberMe && !usernameHidden??>
                        <label class="check"><input type="checkbox" name="rememberMe"<#if login.rememberMe??> checked</#if>> <span>${msg("rememberMe")}</span></label>
                    </#if>
                    <#if realm.resetPasswordAllowed><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if>
                </div>
                <input type="hidden" name="credentialId" value="${(auth?has_content && auth.selectedCredential?has_content)?then(auth.selectedCredential, "")}">
                <@f.actions label=msg("doLogIn")/>
            </form>
        </#if>
        <@passkeys.conditionalUIData/>
    <#elseif section = "info">
        ${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a>
    <#elseif section = "socialProviders">
        <#if realm.password && social?? && social.providers?has_content>
            <div class="others">
                <p class="divider"><span>${msg("identity-provider-login-label")}</span></p>
                <#list social.providers as one>
                    <a class="button plain wide" href="${one.loginUrl}">${one.displayName!}</a>
                </#list>
            </div>
        </#if>
    </#if>
</@layout.registrationLayout>
