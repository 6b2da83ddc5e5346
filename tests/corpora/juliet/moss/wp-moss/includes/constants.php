<?php

defined('ABSPATH') || exit;

const MOSS_SEAL_ROOT = 'https://my.sealmetrics.com/api/v1';
const MOSS_SITE_ID = '⟦objid:2⟧';
const MOSS_TOKEN_OPTION = 'moss_sealmetrics_token';
