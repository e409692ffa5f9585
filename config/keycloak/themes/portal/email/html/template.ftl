<#-- The frame of every mail. The brand's words are the realm's own messages; without them the look is a quiet grey. -->
<#function own key otherwise>
    <#return (msg(key) == key || !msg(key)?has_content)?then(otherwise, msg(key))>
</#function>

<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then("ltr", "rtl")}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <style>
        @media (prefers-color-scheme: dark) {
            .page { background: #131519 !important; }
            .card { background: #1c1f24 !important; border-color: #2e333a !important; }
            .card, .card h1, .card p { color: #eceef2 !important; }
            .foot { color: #a3abb8 !important; }
        }
    </style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f6f7f9;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px">
            <tr><td class="card" style="padding:32px;background:#ffffff;border:1px solid #dfe2e7;border-top:4px solid ${own("brandAccent", "#3f4650")};border-radius:8px;color:#16181d;font-size:16px;line-height:1.5">
                <p style="margin:0 0 20px;font-weight:600">${realmName}</p>
                <#nested>
            </td></tr>
            <tr><td class="foot" style="padding:20px 32px;color:#565d69;font-size:13px;line-height:1.5;text-align:center">
                ${own("brandLegal", realmName)}
                <#if own("brandSupport", "")?has_content><br>${own("brandSupport", "")}</#if>
            </td></tr>
        </table>
    </td></tr></table>
</body>
</html>
</#macro>

<#-- One thing to do, as a button and as an address that can be copied. -->
<#macro action title text label note>
    <h1 style="margin:0 0 12px;font-size:22px;line-height:1.3;font-weight:600">${title}</h1>
    <p style="margin:0 0 20px">${text}</p>
    <p style="margin:0 0 20px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:${own("brandAccent", "#3f4650")};color:${own("brandOnAccent", "#ffffff")};border-radius:6px;font-weight:600;text-decoration:none">${label}</a></p>
    <p style="margin:0;font-size:14px">${note}</p>
</#macro>
