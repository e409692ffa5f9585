<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
    <#if section = "header">
        ${msg("emailForgotTitle")}
    <#elseif section = "form">
        <p>${msg("emailInstruction")}</p>
        <form class="form" action="${url.loginAction}" method="post">
            <#assign label><@f.emailLabel/></#assign>
            <@f.field id="username" label=label mode="email" complete="username" focus=true value=(auth.attemptedUsername!"")
                error=messagesPerField.existsError("username")?then(messagesPerField.get("username"), "")/>
            <@f.actions label=msg("sendLink")/>
        </form>
        <p class="aside"><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
    </#if>
</@layout.registrationLayout>
