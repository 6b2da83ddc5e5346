"""What PowerShell's commands, and the .NET classes that scripts call, do to the values they are given."""

from __future__ import annotations

from typing import Final, TypeVar

from sealguard.flow.library import Effect, Library, Signature, receives

_Entry = TypeVar("_Entry")


def _dotnet(table: dict[str, _Entry]) -> dict[str, _Entry]:
    """Give names of .NET with and without `System.`, which PowerShell lets out."""
    return {spelled: value for name, value in table.items() for spelled in (name, f"System.{name}")}


_CALLS: Final = {
    # Text
    "char": Effect.CHARACTER,
    "char[]": Effect.CHARACTER,
    "ConvertTo-SecureString": Effect.SAME,
    "ConvertFrom-SecureString": Effect.SAME,
    "ConvertTo-Json": Effect.QUOTE,
    "ConvertFrom-Json": Effect.NAME,
    "Join-Path": Effect.URL_JOIN,
    "Select-Object": Effect.COPY,
    "Select": Effect.COPY,
    "Tee-Object": Effect.COPY,
    "Sort-Object": Effect.COPY,
    "Out-String": Effect.SAME,
    "Measure-Object": Effect.DIGEST,
    # Where secrets come from
    "Read-Host": Effect.STORE,
    "Get-Credential": Effect.STORE,
    "Get-Secret": Effect.SETTING,
    "Get-AzKeyVaultSecret": Effect.STORE,
    "Get-AutomationVariable": Effect.SETTING,
    "Get-AutomationPSCredential": Effect.STORE,
    "Get-SECSecretValue": Effect.STORE,
    "Get-SSMParameter": Effect.STORE,
    "Get-VaultSecret": Effect.STORE,
    "Import-Clixml": Effect.STORE,
    "Get-ItemPropertyValue": Effect.SETTING,
    # Files
    "Get-Content": Effect.CONTENT,
    "gc": Effect.CONTENT,
    "cat": Effect.CONTENT,
    **_dotnet(
        {
            "IO.File.ReadAllText": Effect.FILE,
            "IO.File.ReadAllLines": Effect.FILE,
            "Environment.GetEnvironmentVariable": Effect.ENVIRONMENT,
            "String.Format": Effect.FORMAT,
            "String.Concat": Effect.CONCAT,
            "String.Join": Effect.JOIN,
            "Uri": Effect.URL_BASE,
            "Uri.EscapeDataString": Effect.PERCENT,
            "Web.HttpUtility.UrlEncode": Effect.PERCENT,
            "Net.WebUtility.UrlEncode": Effect.PERCENT,
            "Uri.UnescapeDataString": Effect.UNPERCENT,
            "Convert.ToBase64String": Effect.BASE64,
            "Convert.FromBase64String": Effect.UNBASE64,
            "Convert.ToHexString": Effect.HEX,
            "Convert.FromHexString": Effect.UNHEX,
            "Net.NetworkCredential": Effect.COPY,
            "Security.Cryptography.HMACSHA256.new": Effect.DIGEST,
            "Collections.Hashtable": Effect.MAP,
            "Collections.Generic.Dictionary[string,string]": Effect.MAP,
            "Runtime.InteropServices.Marshal.SecureStringToBSTR": Effect.COPY,
            "Runtime.InteropServices.Marshal.PtrToStringAuto": Effect.COPY,
        }
    ),
}

_METHODS: Final = {
    "Trim": Effect.TRIM,
    "TrimEnd": Effect.TRIM,
    "TrimStart": Effect.SAME,
    "ToString": Effect.SAME,
    "ToLower": Effect.LOWER,
    "ToUpper": Effect.UPPER,
    "Replace": Effect.REPLACE,
    "Substring": Effect.CUT,
    "Split": Effect.SPLIT,
    "GetString": Effect.FIRST,
    "GetBytes": Effect.FIRST,
    "ToCharArray": Effect.SAME,
    "ReadToEnd": Effect.FILE,
    "GetNetworkCredential": Effect.COPY,
    "creplace": Effect.REPLACE,
    "ireplace": Effect.REPLACE,
    "join": Effect.JOINED,
}

_URL: Final = Signature(("url",))

_COMMANDS: Final = ("Invoke-RestMethod", "Invoke-WebRequest", "irm", "iwr", "curl", "wget", "Start-BitsTransfer")

_VERBS: Final = {
    "DownloadString": Signature(("url",), "GET"),
    "DownloadFile": Signature(("url",), "GET"),
    "DownloadData": Signature(("url",), "GET"),
    "UploadString": Signature(("url", "method", "data")),
    "GetAsync": Signature(("url",), "GET"),
    "GetStringAsync": Signature(("url",), "GET"),
    "PostAsync": Signature(("url", "data"), "POST"),
    "PutAsync": Signature(("url", "data"), "PUT"),
    "DeleteAsync": Signature(("url",), "DELETE"),
    "SendAsync": Signature(("url",)),
}

_KEYWORDS: Final = {
    "Uri": "url",
    "Url": "url",
    "Source": "url",
    "Method": "method",
    "CustomMethod": "method",
    "Headers": "headers",
    "WebSession": "headers",
    "Body": "data",
    "InputObject": "data",
    "Form": "data",
    "Authentication": "auth",
    "Credential": "auth",
    "UseDefaultCredentials": "auth",
    "SkipCertificateCheck": "insecure",
    "ServerCertificateValidationCallback": "trust",
    "ServerCertificateCustomValidationCallback": "trust",
    "CertificatePolicy": "trust",
}

_WRITERS: Final = (
    *("Write-Host", "Write-Output", "Write-Verbose", "Write-Information", "Write-Warning", "Write-Error", "Write-Debug", "Write-Log"),
    *("echo", "Out-Host", "Write-EventLog", "Add-Content", "Write-PSFMessage"),
)

LIBRARY: Final = Library(
    calls=_CALLS,
    methods=_METHODS,
    members={"env": Effect.ENVIRONMENT},
    requests=dict.fromkeys(_COMMANDS, _URL),
    clients=_dotnet(
        {
            "Net.WebClient": Signature(()),
            "Net.Http.HttpClient": Signature((), complete=False),
            "Net.Http.HttpRequestMessage": Signature(("method", "url"), complete=False),
            "Net.WebRequest.Create": Signature(("url",), complete=False),
            "Net.HttpWebRequest.Create": Signature(("url",), complete=False),
        }
    ),
    verbs=_VERBS,
    keywords=_KEYWORDS,
    outputs={
        **dict.fromkeys(_WRITERS, 0),
        "Console.WriteLine": 0,
        "Console.Write": 0,
        "System.Console.WriteLine": 0,
        "System.Console.Write": 0,
    },
    output_methods=frozenset(["LogInformation", "LogDebug", "LogWarning", "LogError", "WriteLine", "Info", "Debug", "Error", "Warn"]),
    loggers=frozenset({"log", "logger", "console"}),
    signings=_dotnet({"Security.Cryptography.HMACSHA256.new": 0, "Security.Cryptography.HMACSHA512.new": 0}),
    tests=frozenset(["StartsWith", "EndsWith", "Contains", "IndexOf", "Replace", "Split", "Should", "Assert-Equal"]),
    cases=frozenset({"It", "Describe", "Context"}),
    refusals=frozenset({"Should-Throw"}),
    attributes=True,
    records=False,
    receiver=receives("this"),
)
