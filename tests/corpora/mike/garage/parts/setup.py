from setuptools import find_packages, setup

setup(
    name="garage-parts",
    version="2.2.0",
    packages=find_packages(),
    install_requires=["garage-common>=4", "pandas", "backoff"],
)
