<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("errorTitle")}
    <#elseif section = "form">
        <p>${kcSanitize(message.summary)?no_esc}</p>
        <p>${msg("errorAdvice")}</p>
        <#if traceId??><p class="hint">${msg("traceIdSupportMessage", traceId)}</p></#if>
        <#if layout.portal?has_content>
            <p class="actions"><a class="button primary wide" href="${layout.portal}/">${msg("toStart")}</a></p>
        </#if>
    </#if>
</@layout.registrationLayout>
