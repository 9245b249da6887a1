using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>A body that is yet to be written.</summary>
internal abstract class ApiBody
{
    public const string Json = "application/json; odata.metadata=minimal";

    public virtual string ContentType => Json;

    public abstract Task WriteAsync(ApiOutput output);
}

/// <summary>JSON that a small writer gives in one go.</summary>
internal sealed class JsonBody(Action<Utf8JsonWriter> write) : ApiBody
{
    public override Task WriteAsync(ApiOutput output)
    {
        write(output.Json);
        return output.FlushAsync();
    }
}

/// <summary>A text that is there already.</summary>
internal sealed class TextBody(string text, string contentType) : ApiBody
{
    /// <summary>JSON that is written before the status is sent, so that what goes wrong on the way still gets its own.</summary>
    public static new TextBody Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ApiOutput.Options))
        {
            write(json);
        }

        return new TextBody(Encoding.UTF8.GetString(stream.ToArray()), ApiBody.Json);
    }

    public override string ContentType => contentType;

    public override Task WriteAsync(ApiOutput output)
    {
        output.Write(Encoding.UTF8.GetBytes(text));
        return output.FlushAsync();
    }
}
