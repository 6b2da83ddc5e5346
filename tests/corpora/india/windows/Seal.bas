Attribute VB_Name = "Seal"
Option Explicit

Private Const ENDPOINT As String = "https://api.sealmetrics.com/v1/sites/"
Private Const SEAL_TOKEN As String = "⟦opaque:vba1⟧" ⟪hardcoded-token⟫

Public Sub RefreshTraffic()
    Dim http As Object, site As String
    site = ThisWorkbook.Names("Site").RefersToRange.Value

    Set http = CreateObject("MSXML2.ServerXMLHTTP.6.0")
    http.Open "GET", ENDPOINT & site & "/daily", False
    http.setRequestHeader "Accept", "application/json"
    http.setRequestHeader "Authorization", "Bearer" & SEAL_TOKEN ⟪malformed-whitespace⟫
    http.send

    If http.Status <> 200 Then
        MsgBox "Sealmetrics answered " & http.Status, vbExclamation
        Exit Sub
    End If
    FillSheet http.responseText
End Sub

Private Sub FillSheet(ByVal json As String)
    Dim rows As Object, i As Long
    Set rows = JsonConverter.ParseJson(json)
    For i = 1 To rows.Count
        Worksheets("Traffic").Cells(i + 1, 1).Value = rows(i)("day")
        Worksheets("Traffic").Cells(i + 1, 2).Value = rows(i)("visits")
    Next i
End Sub
