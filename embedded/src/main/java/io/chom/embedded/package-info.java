package io.chom.embedded;
