<#-- A labelled field; the error, when there is one, stands under it and is read out with it. -->
<#macro field id label name=id type="text" value="" complete="off" mode="" error="" hint="" focus=false required=true>
    <div class="field">
        <label class="label" for="${id}">${label}</label>
        <input class="input" id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="${complete}"
            <#if mode?has_content>inputmode="${mode}"</#if> dir="ltr" autocapitalize="none" spellcheck="false"
            <#if required>required</#if> <#if focus>autofocus</#if> <@described id error hint/>>
        <@below id error hint/>
    </div>
</#macro>

<#-- A password with a button that shows it; the button appears only where scripts run. -->
<#macro password id label name=id complete="current-password" error="" hint="" focus=false>
    <div class="field">
        <label class="label" for="${id}">${label}</label>
        <div class="secret">
            <input class="input" id="${id}" name="${name}" type="password" autocomplete="${complete}" dir="ltr" required
                <#if focus>autofocus</#if> <@described id error hint/>>
            <button class="reveal" type="button" hidden aria-controls="${id}" aria-label="${msg("showPassword")}"
                data-show="${msg("show")}" data-hide="${msg("hide")}"
                data-show-label="${msg("showPassword")}" data-hide-label="${msg("hidePassword")}">${msg("show")}</button>
        </div>
        <@below id error hint/>
    </div>
</#macro>

<#macro described id error hint>
    <#if error?has_content>aria-invalid="true" aria-describedby="${id}-error"<#elseif hint?has_content>aria-describedby="${id}-hint"</#if>
</#macro>

<#macro below id error hint>
    <#if error?has_content>
        <p class="field-error" id="${id}-error" role="alert">${kcSanitize(error)?no_esc}</p>
    <#elseif hint?has_content>
        <p class="hint" id="${id}-hint">${hint}</p>
    </#if>
</#macro>

<#macro emailLabel><#if realm.registrationEmailAsUsername || realm.loginWithEmailAllowed>${msg("email")}<#else>${msg("username")}</#if></#macro>

<#-- What a person may also have asked for when changing a password or a device. -->
<#macro leaveOthers on=false>
    <label class="check"><input type="checkbox" name="logout-sessions" value="on"<#if on> checked</#if>> <span>${msg("logoutOtherSessions")}</span></label>
</#macro>

<#macro actions label>
    <div class="actions">
        <button class="button primary wide" type="submit">${label}</button>
        <#if isAppInitiatedAction??>
            <button class="button plain wide" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
        </#if>
    </div>
</#macro>
