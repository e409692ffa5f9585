<#import "template.ftl" as layout>
<#import "fields.ftl" as f>
<#assign manual = (mode?? && mode == "manual")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
    <#if section = "header">
        ${msg("loginTotpTitle")}
    <#elseif section = "form">
        <ol class="steps">
            <li>
                <p>${msg("loginTotpStep1")}</p>
                <p class="hint"><#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list></p>
            </li>
            <li>
                <#if manual>
                    <p>${msg("loginTotpManualStep2")}</p>
                    <p class="key">${totp.totpSecretEncoded}</p>
                    <p class="hint">${msg("loginTotp." + totp.policy.type)}, ${totp.policy.getAlgorithmKey()}, ${msg("loginTotpDigits")} ${totp.policy.digits}<#if totp.policy.type == "totp">, ${msg("loginTotpInterval")} ${totp.policy.period} s</#if></p>
                    <p><a href="${totp.qrUrl}">${msg("loginTotpScanBarcode")}</a></p>
                <#else>
                    <p>${msg("loginTotpStep2")}</p>
                    <p class="qr"><img src="data:image/png;base64,${totp.totpSecretQrCode}" alt="${msg("qrAlt")}" width="184" height="184"></p>
                    <p><a href="${totp.manualUrl}">${msg("loginTotpUnableToScan")}</a></p>
                </#if>
            </li>
            <li>${msg("loginTotpStep3")}</li>
        </ol>
        <form class="form" id="kc-totp-settings-form" action="${url.loginAction}" method="post">
            <@f.field id="totp" label=msg("loginOtpOneTime") complete="one-time-code" mode="numeric"
                error=messagesPerField.existsError("totp")?then(messagesPerField.get("totp"), "")/>
            <@f.field id="userLabel" label=msg("loginTotpDeviceName") hint=msg("loginTotpStep3DeviceName") required=(totp.otpCredentials?size gte 1)
                error=messagesPerField.existsError("userLabel")?then(messagesPerField.get("userLabel"), "")/>
            <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
            <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
            <@f.leaveOthers/>
            <@f.actions label=msg("saveDevice")/>
        </form>
    </#if>
</@layout.registrationLayout>
