using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using CrmAddon.WebApi.Tests.Format;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>Requests of the cases with characters lost, doubled and exchanged: whatever comes is answered, and never with 500.</summary>
[TestClass]
public sealed class HostileRequestTests
{
    private const string Letters = "'\"()[]{}$@%&=?/,;:<>\\ .-_0aZ*#+\u00e4\u20ac\0";

    /// <summary>How many; WEBAPI_HOSTILE_REQUESTS asks for more, with other dice.</summary>
    private static int Requests => int.TryParse(Environment.GetEnvironmentVariable("WEBAPI_HOSTILE_REQUESTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 250;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public async Task A_broken_request_is_refused_politely(int seed)
    {
        await using var server = await Server.StartAsync();
        var dice = new Random(Requests == 250 ? seed : seed + (Requests * 1000));
        List<HttpExchange> exchanges = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.http")
            .Order(StringComparer.Ordinal).SelectMany(HttpFile.Read).SelectMany(c => c.Exchanges).Where(e => !e.Address.Contains("{{", StringComparison.Ordinal))];
        for (var i = 0; i < Requests; i++)
        {
            var exchange = exchanges[dice.Next(exchanges.Count)];
            var address = dice.Next(2) == 0 ? Broken(exchange.Address, dice) : exchange.Address;
            var body = dice.Next(2) == 0 ? Broken(exchange.Body, dice) : exchange.Body;
            using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), new Uri(server.Host.ApiAddress, "x"));
            request.RequestUri = new Uri(server.Host.ApiAddress + Escaped(address), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
            foreach (var (name, value) in exchange.Headers.Where(h => !h.Value.Contains("{{", StringComparison.Ordinal) && h.Key is not ("Authorization" or "Content-Type" or "Host")))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            if (body.Length > 0)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", exchange.Headers.FirstOrDefault(h => h.Key == "Content-Type").Value ?? "application/json");
            }

            using var answer = await server.Client.SendAsync(request);
            var status = (int)answer.StatusCode;
            Assert.IsTrue(status is < 500 or 501, $"seed {seed}, {i}: {exchange.Method} {address}\n{body}\n{status}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string Broken(string text, Random dice)
    {
        var broken = new StringBuilder(text);
        for (var changes = dice.Next(1, 4); changes > 0 && broken.Length > 0; changes--)
        {
            var at = dice.Next(broken.Length);
            switch (dice.Next(4))
            {
                case 0:
                    broken.Remove(at, Math.Min(dice.Next(1, 6), broken.Length - at));
                    break;
                case 1:
                    broken.Insert(at, Letters[dice.Next(Letters.Length)]);
                    break;
                case 2:
                    broken[at] = Letters[dice.Next(Letters.Length)];
                    break;
                default:
                    broken.Insert(at, broken.ToString(at, Math.Min(dice.Next(1, 20), broken.Length - at)));
                    break;
            }
        }

        return broken.ToString();
    }

    /// <summary>What no address can carry as it is; percent signs stay, so that wrong escapes come through.</summary>
    private static string Escaped(string address) => string.Concat(address.Select(c => c is > ' ' and < '\u007f' and not ('#' or '"' or '<' or '>' or '\\') ? c.ToString() : Uri.EscapeDataString(c.ToString())));
}
