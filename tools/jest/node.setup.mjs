// nestjs-cls is CommonJS and requires Nest, which is ESM: Jest can only hand it modules that are already evaluated.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
