"""Writes fresh tokens to AWS Secrets Manager, where the tools read them."""

import boto3

PREFIX = "data-tools/"


def put(name: str, value: str) -> None:
    boto3.client("secretsmanager").put_secret_value(SecretId=PREFIX + name, SecretString=value)


def get(name: str) -> str:
    return boto3.client("secretsmanager").get_secret_value(SecretId=PREFIX + name)["SecretString"]
