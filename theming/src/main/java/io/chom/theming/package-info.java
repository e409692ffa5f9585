package io.chom.theming;
