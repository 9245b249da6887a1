using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace CrmAddon.WebApi.Tests.Format;

/// <summary>
/// Reads case files. A case begins with <c>### name</c>; a request with its method and address, an answer with <c>HTTP/1.1 status</c>.
/// Lines that begin with <c>#</c> between them are remarks. README.md has the whole format.
/// </summary>
internal static class HttpFile
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    public static IReadOnlyList<HttpCase> Read(string path)
    {
        var cases = new List<HttpCase>();
        var lines = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var file = Path.GetFileNameWithoutExtension(path);
        string? name = null;
        var exchanges = new List<HttpExchange>();
        for (var at = 0; at < lines.Length;)
        {
            if (lines[at].StartsWith("### ", StringComparison.Ordinal))
            {
                Add(cases, file, name, exchanges);
                name = lines[at][4..].Trim();
                exchanges = [];
                at++;
            }
            else if (IsRequest(lines[at]))
            {
                exchanges.Add(Exchange(lines, ref at, path));
            }
            else if (lines[at].Trim().Length == 0 || lines[at].StartsWith('#'))
            {
                at++;
            }
            else
            {
                throw new FormatException($"{path}({at + 1}): neither a case, a request nor a remark: {lines[at]}");
            }
        }

        Add(cases, file, name, exchanges);
        return cases;
    }

    private static void Add(List<HttpCase> cases, string file, string? name, List<HttpExchange> exchanges)
    {
        if (name is not null)
        {
            cases.Add(exchanges.Count > 0 ? new HttpCase(file, name, exchanges) : throw new FormatException($"{file}: the case '{name}' has no request."));
        }
    }

    private static HttpExchange Exchange(string[] lines, ref int at, string path)
    {
        var line = at + 1;
        var space = lines[at].IndexOf(' ', StringComparison.Ordinal);
        var method = lines[at][..space];
        var address = lines[at++][(space + 1)..].Trim();

        // A long address goes on in the next lines, which are indented.
        while (at < lines.Length && lines[at].StartsWith("  ", StringComparison.Ordinal))
        {
            address += lines[at++].Trim();
        }

        var headers = Headers(lines, ref at);
        var body = Until(lines, ref at, text => text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal));
        if (at == lines.Length)
        {
            throw new FormatException($"{path}({line}): the request has no answer.");
        }

        var status = int.Parse(lines[at++].Split(' ')[1], CultureInfo.InvariantCulture);
        var expectedHeaders = Headers(lines, ref at);
        var expected = Until(lines, ref at, text => text.StartsWith("### ", StringComparison.Ordinal) || IsRequest(text));
        return new HttpExchange(line, method, address, headers, body, status, expectedHeaders, expected);
    }

    private static List<KeyValuePair<string, string>> Headers(string[] lines, ref int at)
    {
        var headers = new List<KeyValuePair<string, string>>();
        while (at < lines.Length && lines[at].Trim().Length > 0 && !IsRequest(lines[at]) && !lines[at].StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && !lines[at].StartsWith("### ", StringComparison.Ordinal))
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(lines[at][..colon].Trim(), lines[at][(colon + 1)..].Trim()));
            at++;
        }

        return headers;
    }

    private static string Until(string[] lines, ref int at, Func<string, bool> isEnd)
    {
        var start = at;
        while (at < lines.Length && !isEnd(lines[at]))
        {
            at++;
        }

        return string.Join('\n', lines[start..at].Where(l => !l.StartsWith("# ", StringComparison.Ordinal))).Trim();
    }

    private static bool IsRequest(string line) => Methods.Any(m => line.StartsWith(m + " ", StringComparison.Ordinal));
}
