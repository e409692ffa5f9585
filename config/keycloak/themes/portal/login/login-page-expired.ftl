<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("pageExpiredTitle")}
    <#elseif section = "form">
        <p>${msg("pageExpiredText")}</p>
        <div class="actions">
            <a class="button primary wide" href="${url.loginRestartFlowUrl}">${msg("startAgain")}</a>
            <a class="button plain wide" href="${url.loginAction}">${msg("continueLogIn")}</a>
        </div>
    </#if>
</@layout.registrationLayout>
