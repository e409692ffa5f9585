<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${msg("infoTitle")}</#if>
    <#elseif section = "form">
        <p>${message.summary}<#list requiredActions![]> <#items as one>${msg("requiredAction.${one}")}<#sep>, </#sep></#items>.</#list></p>
        <#if !skipLink??>
            <#assign next = "">
            <#if pageRedirectUri?has_content>
                <#assign next = pageRedirectUri><#assign nextLabel = msg("backToApplication")>
            <#elseif actionUri?has_content>
                <#assign next = actionUri><#assign nextLabel = msg("doContinue")>
            <#elseif layout.portal?has_content>
                <#assign next = layout.portal + "/"><#assign nextLabel = msg("toStart")>
            </#if>
            <#if next?has_content><p class="actions"><a class="button primary wide" href="${next}">${nextLabel}</a></p></#if>
        </#if>
    </#if>
</@layout.registrationLayout>
