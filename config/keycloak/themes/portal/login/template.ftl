<#--
  The frame of every page. What the brand gives comes from the realm's attributes:
  brand.portal (the portal's address with {host} in it), brand.stylesheet, brand.logoOnLight, brand.logoOnDark and
  brand.favicon (paths on the portal), brand.host, brand.mode, brand.help, brand.support, brand.legal. Each may be
  missing. {host} becomes the host of this very request, so that a visitor sees no other domain of the same house; pages
  without an action do not know it, and use the house's first one.
-->
<#assign brand = realm.attributes!{}>
<#assign host = url.hasAction()?then(url.loginAction?keep_after("://")?keep_before("/")?keep_before(":"), brand["brand.host"]!"")>
<#assign portal = host?has_content?then((brand["brand.portal"]!"")?replace("{host}", host), "")>
<#assign house = realm.displayName!"">
<#assign mode = brand["brand.mode"]!"auto">

<#function asset name>
    <#return (portal?has_content && (brand["brand." + name]!"")?has_content)?then(portal + brand["brand." + name]!"", "")>
</#function>

<#macro logo>
    <#local light = asset("logoOnLight")>
    <#local dark = asset("logoOnDark")>
    <#if light?has_content && dark?has_content>
        <#if mode == "auto">
            <picture>
                <source media="(prefers-color-scheme: dark)" srcset="${dark}">
                <img src="${light}" alt="${house}" height="32">
            </picture>
        <#else>
            <img src="${(mode == "dark")?then(dark, light)}" alt="${house}" height="32">
        </#if>
    <#else>
        <span>${house}</span>
    </#if>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then("rtl", "ltr")}"</#if><#if mode != "auto"> data-mode="${mode}"</#if>>
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="${(mode == "auto")?then("light dark", mode)}">
    <title><@compress single_line=true><#nested "header"><#if house?has_content> · ${house}</#if></@compress></title>
    <link rel="icon" href="${asset("favicon")?has_content?then(asset("favicon"), "data:,")}">
    <link rel="stylesheet" href="${url.resourcesPath}/css/portal.css">
    <#if asset("stylesheet")?has_content>
    <link rel="stylesheet" href="${asset("stylesheet")}">
    </#if>
    <script type="module" src="${url.resourcesPath}/js/portal.js"></script>
    <#list scripts![] as script>
    <script src="${script}"></script>
    </#list>
</head>
<body class="${bodyClass}" data-page="${pageId}" data-other-tab="${url.ssoLoginInOtherTabsUrl!}"<#if authenticationSession??> data-session="${authenticationSession.authSessionIdHash}"</#if>>
    <div class="page">
        <header class="house">
            <#if portal?has_content><a href="${portal}/"><@logo/></a><#else><@logo/></#if>
        </header>
        <main class="card">
            <h1><#nested "header"></h1>
            <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
                <div class="who">
                    <#nested "show-username">
                    <span class="who-name">${auth.attemptedUsername}</span>
                    <a href="${url.loginRestartFlowUrl}">${msg("useAnotherAccount")}</a>
                </div>
            </#if>
            <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
                <div class="notice ${message.type}" role="${(message.type == "error")?then("alert", "status")}">
                    <span class="notice-text">${kcSanitize(message.summary)?no_esc}</span>
                </div>
            </#if>
            <#if displayRequiredFields><p class="hint">${msg("requiredFields")}</p></#if>
            <#nested "form">
            <#nested "socialProviders">
            <#if auth?has_content && auth.showTryAnotherWayLink()>
                <form class="aside" action="${url.loginAction}" method="post">
                    <button class="link" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
                </form>
            </#if>
            <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
                <form class="aside" action="${url.loginAction}" method="post">
                    <button class="link" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
                </form>
            </#if>
            <#if displayInfo><div class="aside"><#nested "info"></div></#if>
        </main>
        <footer class="foot">
            <#if realm.internationalizationEnabled && locale.supported?size gt 1>
                <nav aria-label="${msg("languages")}">
                    <ul>
                        <#list locale.supported as one>
                            <li><a href="${one.url}" lang="${one.languageTag}" hreflang="${one.languageTag}"<#if one.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${one.label}</a></li>
                        </#list>
                    </ul>
                </nav>
            </#if>
            <#if (brand["brand.help"]!"")?has_content || (brand["brand.support"]!"")?has_content>
                <ul>
                    <#if (brand["brand.help"]!"")?has_content><li><a href="${brand["brand.help"]}">${msg("help")}</a></li></#if>
                    <#if (brand["brand.support"]!"")?has_content><li><a href="mailto:${brand["brand.support"]}">${brand["brand.support"]}</a></li></#if>
                </ul>
            </#if>
            <#if (brand["brand.legal"]!"")?has_content><p>${brand["brand.legal"]}</p></#if>
        </footer>
    </div>
</body>
</html>
</#macro>
