<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
    <#if section = "header">
        ${msg("otpTitle")}
    <#elseif section = "form">
        <form class="form" id="kc-otp-login-form" action="${url.loginAction}" method="post">
            <#if otpLogin.userOtpCredentials?size gt 1>
                <fieldset class="choices">
                    <legend class="label">${msg("otpDevice")}</legend>
                    <#list otpLogin.userOtpCredentials as one>
                        <label class="check"><input type="radio" name="selectedCredentialId" value="${one.id}"<#if one.id == otpLogin.selectedCredentialId> checked</#if>> <span>${one.userLabel}</span></label>
                    </#list>
                </fieldset>
            </#if>
            <@f.field id="otp" label=msg("loginOtpOneTime") complete="one-time-code" mode="numeric" focus=true hint=msg("otpHint")
                error=messagesPerField.existsError("totp")?then(messagesPerField.get("totp"), "")/>
            <@f.actions label=msg("doLogIn")/>
        </form>
    </#if>
</@layout.registrationLayout>
