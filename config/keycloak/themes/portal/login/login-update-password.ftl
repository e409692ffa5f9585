<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
    <#if section = "header">
        ${msg("updatePasswordTitle")}
    <#elseif section = "form">
        <form class="form" action="${url.loginAction}" method="post">
            <#-- Tells a password keeper whose password this is. -->
            <input type="text" name="username" value="${(auth?has_content)?then(auth.attemptedUsername!"", "")}" autocomplete="username" readonly hidden>
            <@f.password id="password-new" label=msg("passwordNew") complete="new-password" focus=true hint=msg("passwordRule")
                error=messagesPerField.existsError("password")?then(messagesPerField.get("password"), "")/>
            <@f.password id="password-confirm" label=msg("passwordNewConfirm") complete="new-password"
                error=messagesPerField.existsError("password-confirm")?then(messagesPerField.get("password-confirm"), "")/>
            <@f.leaveOthers on=true/>
            <@f.actions label=msg("savePassword")/>
        </form>
    </#if>
</@layout.registrationLayout>
