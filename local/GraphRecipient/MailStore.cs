using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>
/// The mailboxes, kept in a folder: every sent mail as a file to open, and below <c>mailbox</c> one JSON file per message, so that
/// after a restart drafts are still drafts and sent mails sent.
/// </summary>
internal sealed class MailStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredMessage> _messages = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly string _mailbox;

    public MailStore(string folder)
    {
        _folder = folder;
        _mailbox = Path.Combine(folder, "mailbox");
        Directory.CreateDirectory(_mailbox);
        foreach (var file in Directory.EnumerateFiles(_mailbox, "*.json"))
        {
            var message = JsonSerializer.Deserialize<StoredMessage>(File.ReadAllText(file))!;
            _messages[message.Id] = message;
        }
    }

    public IReadOnlyList<StoredMessage> All
    {
        get
        {
            lock (_lock)
                return [.. _messages.Values];
        }
    }

    public StoredMessage Create(string user, JsonObject content)
    {
        lock (_lock)
        {
            var message = new StoredMessage(Guid.NewGuid().ToString("N"), user, true, null, content);
            Keep(message);
            return message;
        }
    }

    public StoredMessage Get(string user, string id)
    {
        lock (_lock)
        {
            return _messages.TryGetValue(id, out var message) && message.User == user
                ? message
                : throw new GraphException(404, "ErrorItemNotFound", "The specified object was not found in the store.");
        }
    }

    public IReadOnlyList<StoredMessage> Find(string user, string property, string value)
    {
        lock (_lock)
            return [.. _messages.Values.Where(message => message.User == user && message.Has(property, value))];
    }

    /// <summary>Sends a draft; only a draft can be sent.</summary>
    public void Send(string user, string id)
    {
        lock (_lock)
        {
            var draft = Get(user, id);
            if (!draft.IsDraft)
                throw new GraphException(400, "ErrorInvalidOperation", "The message is not a draft: it was sent already.");
            MessageShape.CheckRecipients(draft.Content);
            var taken = _messages.Values.Select(message => message.File).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
            var file = MailFile.NameOf(draft, taken);

            // The mail first: a crash in between leaves a draft, and sending it again writes the same file.
            File.WriteAllText(Path.Combine(_folder, file), MailFile.ContentOf(draft));
            Keep(draft with { IsDraft = false, File = file });
        }
    }

    private void Keep(StoredMessage message)
    {
        var path = Path.Combine(_mailbox, message.Id + ".json");
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(message));
        File.Move(path + ".new", path, overwrite: true);
        _messages[message.Id] = message;
    }
}
