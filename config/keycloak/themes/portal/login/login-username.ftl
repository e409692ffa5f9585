<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username") displayInfo=false; section>
    <#if section = "header">
        ${msg("loginAccountTitle")}
    <#elseif section = "form">
        <#if realm.password>
            <form class="form" id="kc-form-login" action="${url.loginAction}" method="post">
                <#assign label><@f.emailLabel/></#assign>
                <@f.field id="username" label=label value=(login.username!"") mode="email" focus=true
                    complete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username")
                    error=messagesPerField.existsError("username")?then(messagesPerField.getFirstError("username"), "")/>
                <#if realm.rememberMe && !usernameHidden??>
                    <div class="options"><label class="check"><input type="checkbox" name="rememberMe"<#if login.rememberMe??> checked</#if>> <span>${msg("rememberMe")}</span></label></div>
                </#if>
                <@f.actions label=msg("doContinue")/>
            </form>
        </#if>
        <@passkeys.conditionalUIData/>
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
