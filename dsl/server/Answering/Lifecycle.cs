using System.Reflection;
using CrmAddon.Rules.LanguageServer.Connection;
using CrmAddon.Rules.LanguageServer.Protocol;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>The beginning and the end of a session.</summary>
internal sealed class Lifecycle(Session session)
{
    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public InitializeResult Initialize(InitializeParams request)
    {
        session.Initialize(request);
        var version = typeof(Lifecycle).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return new InitializeResult(new ServerCapabilities(), new ServerInfo("rules-language-server", version.Split('+')[0]));
    }

    [JsonRpcMethod("shutdown")]
    public object? Shutdown()
    {
        session.ShutDown();
        return null;
    }

    [JsonRpcMethod("exit")]
    public void Exit() => session.Exit();
}
