<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("logoutConfirmTitle")}
    <#elseif section = "form">
        <p>${msg("logoutConfirmHeader")}</p>
        <form class="form" action="${url.logoutConfirmAction}" method="post">
            <input type="hidden" name="session_code" value="${logoutConfirm.code}">
            <div class="actions">
                <button class="button primary wide" type="submit" name="confirmLogout" value="on">${msg("doLogout")}</button>
                <#if layout.portal?has_content><a class="button plain wide" href="${layout.portal}/">${msg("stayLoggedIn")}</a></#if>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
