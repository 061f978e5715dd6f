import type { ForeignWords } from "./foreign-words.ts";

export const PORTUGUESE: ForeignWords = {
  greeting: "{oi|olá|bom dia|boa tarde|boa noite|oi, tudo bem?}",
  suffix: "{podem me ajudar?|o que eu faço?|obrigado|fico no aguardo|por favor}",
  thanks: "{obrigado|obrigada|valeu|perfeito, obrigado|deu certo, obrigada}",
  anger: "{isso é um absurdo|estou muito decepcionada|que falta de respeito|não dá mais}",
  openings: {
    "track-order": [
      "cadê {meu pedido|minha encomenda}{ <order>|}?",
      "quando {chega|vai chegar} {o meu <product>|meu pedido}?",
      "não recebi {o código de rastreio|nenhum aviso de envio}",
    ],
    "delivery-delayed": [
      "meu pedido {está atrasado|devia ter chegado semana passada|ainda não chegou}",
      "estou esperando {há duas semanas|faz dez dias} {o pacote|meu <product>}",
    ],
    "damaged-item": [
      "{o|meu} <product> chegou {quebrado|danificado|amassado}",
      "a caixa veio {amassada|aberta} e {a luminária quebrou|o produto não liga}",
    ],
    "refund-not-received": [
      "{ainda|até agora} não {recebi o reembolso|caiu o estorno}{ do pedido <order>|}",
      "cadê o meu {reembolso|dinheiro de volta}?",
      "devolvi o <product> {faz duas semanas|há dez dias} e {nada do dinheiro|não recebi o estorno}",
    ],
    "return-label": [
      "como {devolvo|faço para devolver} {um produto|o <product>}?",
      "preciso {da etiqueta de devolução|do código para devolver o pedido <order>}",
    ],
    "promo-code": [
      "o {cupom|código <promo>} {não funciona|não é aceito|dá erro}",
      "onde {coloco|digito} o cupom de desconto?",
    ],
    "invoice-copy": [
      "preciso da nota fiscal {do pedido <order>|da minha compra}",
      "podem {mandar|reenviar} a nota fiscal para <email>?",
    ],
    "cancel-subscription": [
      "quero cancelar {minha assinatura|o Lumora Plus}",
      "como {cancelo|faço para cancelar} a assinatura?",
    ],
    "reset-password": [
      "não consigo {entrar na minha conta|fazer login}",
      "esqueci {minha senha|a senha} e {o e-mail não chega|o link não funciona}",
    ],
    "app-crash": [
      "o aplicativo {fecha sozinho|não abre|trava}{ desde a atualização| no login|}",
      "depois {da atualização|da versão <version>} o app {trava|fecha na hora}",
    ],
    "pairing-fails": [
      "{o|meu} <product> não {conecta|pareia|aparece no app}",
      "{o pareamento|a conexão} {falha sempre|para em 80%}",
    ],
  },
  askOrder: "Qual é o número do pedido ou o seu e-mail?",
  giveOrder: "{<order>|é o <order>|<email>|meu nome é <name>, <email>}",
  botAnswer:
    "{Obrigado, encontrei o seu caso. Você vai receber um e-mail com os detalhes.|Você pode fazer isso na sua conta, em Pedidos.}",
  handover: "Vou passar você para uma pessoa da equipe.",
  agentGreeting: "Olá <first>, aqui é <agent>. Já vou verificar.",
  agentFix:
    "{Pronto, está feito; a confirmação chega por e-mail.|Já resolvi por aqui. Desculpe o transtorno.}",
  escalate: "Vou encaminhar o caso para a equipe técnica (<ticket>).",
  closing: "{De nada, tenha um ótimo dia!|Posso ajudar em mais alguma coisa?}",
  letterClosing: "{Atenciosamente|Um abraço|Obrigado}",
};
