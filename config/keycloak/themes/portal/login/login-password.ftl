<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password"); section>
    <#if section = "header">
        ${msg("enterPasswordTitle")}
    <#elseif section = "form">
        <form class="form" id="kc-form-login" action="${url.loginAction}" method="post">
            <@f.password id="password" label=msg("password") focus=true
                error=messagesPerField.existsError("password")?then(messagesPerField.get("password"), "")/>
            <#if realm.resetPasswordAllowed>
                <div class="options"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></div>
            </#if>
            <@f.actions label=msg("doLogIn")/>
        </form>
        <@passkeys.conditionalUIData/>
    </#if>
</@layout.registrationLayout>
