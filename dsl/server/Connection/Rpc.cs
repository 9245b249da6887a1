using System;
using System.IO;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CrmAddon.Rules.LanguageServer.Connection;

/// <summary>JSON-RPC whose errors say what was wrong, without the server's insides.</summary>
internal sealed class Rpc(IJsonRpcMessageHandler handler, TextWriter log) : JsonRpc(handler)
{
    /// <inheritdoc/>
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        if (exception is LocalRpcException refusal)
            return new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)refusal.ErrorCode, Message = refusal.Message };
        if (exception is JsonException or RpcArgumentDeserializationException)
            return new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.InvalidParams, Message = exception.Message };
        log.WriteLine($"{request.Method} failed: {exception}");
        return new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.InternalError, Message = "The server failed; its log says why." };
    }
}
