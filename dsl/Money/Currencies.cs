using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Money;

/// <summary>ISO 4217 codes of the currencies in use and the digits of their minor units.</summary>
internal static class Currencies
{
    private const string WithTwoDigits =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP "
        + "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS "
        + "KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD "
        + "PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
        + "TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW";

    private static readonly Dictionary<string, int> Digits = Table(
        (WithTwoDigits, 2),
        ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF", 0),
        ("BHD IQD JOD KWD LYD OMR TND", 3));

    public static IEnumerable<string> Codes => Digits.Keys;

    public static bool IsKnown(string code) => Digits.ContainsKey(code);

    /// <summary>Decimals of the minor unit; 2 for a code that is not known.</summary>
    public static int MinorDigits(string code) => Digits.TryGetValue(code, out var digits) ? digits : 2;

    private static Dictionary<string, int> Table(params (string Codes, int Digits)[] groups)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (codes, digits) in groups)
        {
            foreach (var code in codes.Split(' '))
                table[code] = digits;
        }
        return table;
    }
}
