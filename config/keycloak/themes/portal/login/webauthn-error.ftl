<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("webauthn-error-title")}
    <#elseif section = "form">
        <form class="form" action="${url.loginAction}" method="post">
            <input type="hidden" name="authenticationExecution" value="${execution}">
            <input type="hidden" name="isSetRetry" value="retry">
            <div class="actions"><button class="button primary wide" type="submit">${msg("doTryAgain")}</button></div>
        </form>
        <#if isAppInitiatedAction??>
            <form class="form" action="${url.loginAction}" method="post">
                <div class="actions"><button class="button plain wide" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></div>
            </form>
        </#if>
    </#if>
</@layout.registrationLayout>
