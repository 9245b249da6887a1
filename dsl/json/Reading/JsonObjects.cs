using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>The objects of a list or of JSON Lines, one at a time.</summary>
internal static class JsonObjects
{
    private static readonly JsonLoadSettings Settings = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    /// <exception cref="CaseFormatException">While enumerating: the text is not JSON, or holds something else than objects.</exception>
    public static IEnumerable<JObject> Of(TextReader text)
    {
        using var json = new JsonTextReader(text)
        {
            SupportMultipleContent = true,
            CloseInput = false,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        while (Next(json) is { } next)
            yield return next;
    }

    private static JObject? Next(JsonTextReader json)
    {
        try
        {
            while (json.Read())
            {
                switch (json.TokenType)
                {
                    case JsonToken.StartObject:
                        return JObject.Load(json, Settings);
                    case JsonToken.StartArray when json.Depth == 0:
                    case JsonToken.EndArray:
                    case JsonToken.Comment:
                        break;
                    default:
                        throw new CaseFormatException(json.LineNumber, json.Path, "is an object: write { … }");
                }
            }
            return null;
        }
        catch (JsonReaderException e)
        {
            throw new CaseFormatException(Math.Max(1, Math.Max(e.LineNumber, json.LineNumber)), e.Path ?? "", "is no JSON: " + e.Message);
        }
    }
}
