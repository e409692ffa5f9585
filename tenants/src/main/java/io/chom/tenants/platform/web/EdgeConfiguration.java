package io.chom.tenants.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import reactor.netty.NettyPipeline;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How the public API reads and writes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
class EdgeConfiguration {

    /** Names in snake case; nothing that is unknown, doubled or null where a number stands is passed over in silence. */
    @Bean(defaultCandidate = false)
    JsonMapper apiJson() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultPropertyInclusion(ignored -> JsonInclude.Value.ALL_NON_NULL)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    @Bean
    CodecCustomizer apiCodecs(@Qualifier("apiJson") JsonMapper apiJson, EdgeProperties properties) {
        return codecs -> {
            codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(apiJson));
            codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(apiJson));
            // The filter refuses larger bodies before; the decoder's own limit is only the wall behind it.
            codecs.defaultCodecs().maxInMemorySize((int) properties.maxBody().toBytes() + 1);
        };
    }

    /** Forwarding headers are weighed in one place, {@link OriginGate}; the server itself believes nobody. */
    @Bean
    NettyServerCustomizer believeNobody() {
        return server -> server.forwarded(false);
    }

    /** Making ready to compress is a sixth of a short answer, so it is done for those only who can read such an answer. */
    @Bean
    NettyServerCustomizer compressForWhoCanRead() {
        return server -> {
            var worthwhile = server.configuration().compressPredicate();
            return worthwhile == null
                    ? server
                    : server.compress(
                            (request, response) -> request.requestHeaders().contains(HttpHeaderNames.ACCEPT_ENCODING)
                                    && worthwhile.test(request, response));
        };
    }

    @Bean
    NettyServerCustomizer noDrops(EdgeProperties properties) {
        return server -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "slow-body", new SlowBodyGuard(properties.bodyTime())));
    }

    /** Where code that is handed no exchange finds it in the Reactor Context. */
    @Bean
    ServerWebExchangeContextFilter exchangeInContext() {
        return new ServerWebExchangeContextFilter();
    }
}
