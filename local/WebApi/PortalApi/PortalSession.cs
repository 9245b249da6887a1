using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CrmAddon.Local.WebApi.PortalApi;

/// <summary>Who visits the portal, and whether a request comes from its own pages: the token of <c>/_layout/tokenhtml</c> and its cookie.</summary>
internal sealed class PortalSession(Guid? usualContact)
{
    public const string TokenHeader = "__RequestVerificationToken";
    private const string ContactCookie = "crmaddon-contact";

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The contact who is signed in; without one the one that the host was started for, or an anonymous visitor.</summary>
    public Guid? Contact(HttpRequest request) => request.Cookies.TryGetValue(ContactCookie, out var text)
        ? Guid.TryParse(text, out var contact) ? contact : null
        : usualContact;

    public static void SignIn(HttpContext context, Guid contact) =>
        context.Response.Cookies.Append(ContactCookie, contact.ToString("D"), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });

    /// <summary>Signs out; whoever the host was started for is left out too.</summary>
    public static void SignOut(HttpContext context) =>
        context.Response.Cookies.Append(ContactCookie, "nobody", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });

    /// <summary>A token for the pages; its other half goes into a cookie.</summary>
    public string Token(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(TokenHeader, out var half) || half.Length != 32)
        {
            half = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            context.Response.Cookies.Append(TokenHeader, half, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        }

        return Sign(half);
    }

    public static bool HasCookie(HttpRequest request) => request.Cookies.ContainsKey(TokenHeader);

    public bool IsOwn(HttpRequest request) => request.Cookies.TryGetValue(TokenHeader, out var half)
        && request.Headers[TokenHeader].ToString() is { Length: > 0 } token
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Sign(half)));

    private string Sign(string half) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(half)));
}
