<#import "template.ftl" as layout>
<@layout.registrationLayout displayInfo=false; section>
    <#if section = "header">
        ${msg("loginChooseAuthenticator")}
    <#elseif section = "form">
        <form class="choices" action="${url.loginAction}" method="post">
            <#list auth.authenticationSelections as one>
                <button class="choice" type="submit" name="authenticationExecution" value="${one.authExecId}">
                    <span class="choice-title">${msg("${one.displayName}")}</span>
                    <span class="hint">${msg("${one.helpText}")}</span>
                </button>
            </#list>
        </form>
    </#if>
</@layout.registrationLayout>
