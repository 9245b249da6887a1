using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CrmAddon.WebApi.Tests.Format;

namespace CrmAddon.WebApi.Tests;

/// <summary>Sends the requests of a case and tells what is not as expected.</summary>
internal sealed class CaseRun
{
    private readonly Server _server;
    private readonly Variables _variables = new();

    public CaseRun(Server server)
    {
        _server = server;
        _variables["root"] = server.Host.ApiAddress.ToString();
        _variables["host"] = server.Host.Address.ToString().TrimEnd('/');
        _variables["systemuser"] = server.Dataverse.SystemUserId.ToString("D");
        _variables["organization"] = server.Dataverse.OrganizationId.ToString("D");
        _variables["businessunit"] = server.Dataverse.RootBusinessUnitId.ToString("D");
        _variables["nobody"] = "00000000-0000-0000-0000-0000000000ff";
    }

    /// <summary>The first thing that is wrong, or nothing.</summary>
    public async Task<string> RunAsync(HttpCase test)
    {
        foreach (var exchange in test.Exchanges)
        {
            if (await RunAsync(exchange).ConfigureAwait(false) is { Length: > 0 } wrong)
            {
                return $"line {exchange.Line}: {exchange.Method} {exchange.Address}: {wrong}";
            }
        }

        return string.Empty;
    }

    private async Task<string> RunAsync(HttpExchange exchange)
    {
        using var request = Request(exchange);
        using var response = await _server.Client.SendAsync(request).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        if ((int)response.StatusCode != exchange.Status)
        {
            return string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode}, not {exchange.Status}: {body}");
        }

        var wrong = exchange.ExpectedHeaders.Select(h => Header(response, h.Key, h.Value)).Where(w => w.Length > 0).ToList();
        wrong.AddRange(Body(exchange.ExpectedBody, body));
        return wrong.Count == 0 ? string.Empty : string.Join("; ", wrong) + "\nin " + body;
    }

    private HttpRequestMessage Request(HttpExchange exchange)
    {
        var address = Escaped(_variables.Fill(exchange.Address));
        var root = address.StartsWith('/') ? _server.Host.Address : _server.Host.ApiAddress;
        var request = new HttpRequestMessage(new HttpMethod(exchange.Method), new Uri(root, address));
        var type = "application/json";
        var hasToken = false;
        foreach (var (name, value) in exchange.Headers)
        {
            var text = _variables.Fill(value);
            switch (name.ToUpperInvariant())
            {
                case "CONTENT-TYPE":
                    type = text;
                    break;
                case "AUTHORIZATION" when text == "none":
                    hasToken = true;
                    break;
                default:
                    hasToken |= name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
                    request.Headers.TryAddWithoutValidation(name, text);
                    break;
            }
        }

        if (!hasToken)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
        }

        if (exchange.Body.Length > 0)
        {
            // A batch needs the line ends of the protocol.
            var body = _variables.Fill(exchange.Body);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(
                type.StartsWith("multipart/", StringComparison.Ordinal) ? body.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n" : body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return request;
    }

    /// <summary>The cases write addresses as the documentation does, with blanks and quotation marks.</summary>
    private static string Escaped(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? address : address[..(mark + 1)] + string.Join('&', address[(mark + 1)..].Split('&').Select(Option));
    }

    private static string Option(string option)
    {
        var sign = option.IndexOf('=', StringComparison.Ordinal);
        return sign < 0 || option.Contains('%', StringComparison.Ordinal) ? option : option[..(sign + 1)] + Uri.EscapeDataString(option[(sign + 1)..]);
    }

    private string Header(HttpResponseMessage response, string name, string expected)
    {
        IEnumerable<string>? values = response.Headers.TryGetValues(name, out var found) || response.Content.Headers.TryGetValues(name, out found) ? found : null;
        if (expected == "{{absent}}")
        {
            return values is null ? string.Empty : $"the header {name} is there: {string.Join(", ", values)}";
        }

        return values is null
            ? $"the header {name} is missing"
            : values.Any(v => _variables.Fits(expected, v)) || _variables.Fits(expected, string.Join(", ", values)) ? string.Empty : $"the header {name} is {string.Join(", ", values)}, not {expected}";
    }

    private IEnumerable<string> Body(string expected, string actual)
    {
        if (expected.Length == 0)
        {
            return [];
        }

        if (expected is "{{empty}}")
        {
            return actual.Length == 0 ? [] : ["there is a body"];
        }

        if (expected[0] is not ('{' or '[') || actual.Length == 0 || actual[0] is not ('{' or '['))
        {
            // A text with stars for whatever may stand there.
            var text = actual.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            return _variables.Fits(expected, text) ? [] : [$"the body is not\n{expected}\n"];
        }

        using var wanted = JsonDocument.Parse(Quoted(expected));
        using var given = JsonDocument.Parse(actual);
        return [.. JsonMatch.Differences(wanted.RootElement, given.RootElement, _variables)];
    }

    /// <summary>Names with a value are filled; those that take one or fit anything stay for the comparison.</summary>
    private string Quoted(string expected) => _variables.Fill(expected.Replace("\"{{only}}\": true", "\"{{*}}only\": true", StringComparison.Ordinal).Replace("{{absent}}", "{{*}}absent", StringComparison.Ordinal))
        .Replace("\"{{*}}only\"", "\"{{only}}\"", StringComparison.Ordinal).Replace("{{*}}absent", "{{absent}}", StringComparison.Ordinal);
}
