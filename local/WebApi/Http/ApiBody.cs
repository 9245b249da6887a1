using System;
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

/// <summary>Text of another kind.</summary>
internal sealed class TextBody(string text, string contentType) : ApiBody
{
    public override string ContentType => contentType;

    public override Task WriteAsync(ApiOutput output)
    {
        output.Write(Encoding.UTF8.GetBytes(text));
        return output.FlushAsync();
    }
}
