Attribute VB_Name = "modSealmetrics"
Option Explicit

Private Const BASE_URL As String = "https://api.sealmetrics.com/v1"
Private Const API_TOKEN As String = "⟦opaque:vba01⟧" ⟪hardcoded-token⟫
Private Const SHEET_NAME As String = "Visits"

Private Function GetJson(ByVal path As String) As String
    Dim request As Object
    Set request = CreateObject("MSXML2.ServerXMLHTTP.6.0")
    request.Open "GET", BASE_URL & "/" & path, False
    request.setRequestHeader "Accept", "application/json"
    request.setRequestHeader "Authorization", API_TOKEN ⟪missing-bearer-scheme⟫
    request.send
    If request.Status <> 200 Then
        Err.Raise vbObjectError + 513, "modSealmetrics", "HTTP " & request.Status
    End If
    GetJson = request.responseText
End Function

Public Sub RefreshVisits()
    Dim json As Object
    Set json = JsonConverter.ParseJson(GetJson("accounts/acme-corp/visits?days=30"))
    Dim row As Long
    For row = 1 To json("data").Count
        Worksheets(SHEET_NAME).Cells(row + 1, 1).Value = json("data")(row)("day")
        Worksheets(SHEET_NAME).Cells(row + 1, 2).Value = json("data")(row)("visits")
    Next row
End Sub
