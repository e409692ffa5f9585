package io.chom.portal.session;

import io.chom.portal.formats.Language;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.theming.pages.NotFoundPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before everything else: the host picks the brand. An unknown host gets a page that names nobody. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HostFilter extends OncePerRequestFilter {

    private static final NotFoundPage NOBODY = new NotFoundPage();

    /** Style sheets and fonts, the same for everybody; the page that names nobody needs them too. */
    private static final String FILES = "/ui/";

    private final Hosts hosts;
    private final Brands brands;

    HostFilter(Hosts hosts, Brands brands) {
        this.hosts = hosts;
        this.brands = brands;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ServedBrand> served = serve(request.getServerName());
        served.ifPresent(brand -> brand.attachTo(request));
        if (served.isPresent() || request.getRequestURI().startsWith(FILES)) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private Optional<ServedBrand> serve(String serverName) {
        return HostName.isValid(serverName) ? serve(HostName.of(serverName)) : Optional.empty();
    }

    private Optional<ServedBrand> serve(HostName host) {
        return hosts.ownerOf(host).map(owner -> new ServedBrand(host, owner, brands.of(owner.reseller())));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        String page = NOBODY.render(Language.of(request).words());
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    /** Error dispatches keep the brand that the request came with. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
