<#import "template.ftl" as layout>
<#-- That the address has to be confirmed is what the page says anyhow. -->
<@layout.registrationLayout displayMessage=(message?has_content && message.type != "warning"); section>
    <#if section = "header">
        ${msg("emailVerifyTitle")}
    <#elseif section = "form">
        <#if verifyEmail??>
            <p>${msg("emailVerifyInstruction1", verifyEmail)}</p>
        <#else>
            <p>${msg("emailVerifyInstruction4", user.email)}</p>
        </#if>
        <#if isAppInitiatedAction??>
            <form class="form" action="${url.loginAction}" method="post">
                <div class="actions">
                    <#if !verifyEmail??><button class="button primary wide" type="submit">${msg("emailVerifySend")}</button></#if>
                    <button class="button plain wide" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
                </div>
            </form>
        <#else>
            <p class="hint">${msg("emailVerifyInstruction2")}</p>
            <p class="actions"><a class="button plain wide" href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
        </#if>
    </#if>
</@layout.registrationLayout>
